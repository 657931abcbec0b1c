"""Writes the scorecard, or the lock, where it cannot be written: the old file stays as it is and nothing is left behind.

    fault.py VOUCH CASE        the cases are the rows of CASES

A case that cannot be set up here (no tmpfs, not root) is skipped with the reason. Status: 0 held, 1 did not, 77 skipped.
"""
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
OLD = b"the scorecard of last time\n"
SECONDS_MOST = 60


class CannotSetUp(Exception):
    """What the case needs is not to be had here."""


def run(words, **more):
    return subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS_MOST,
                          check=False, **more)


def mounted(folder, size):
    """A small file system of its own."""
    folder.mkdir()
    if os.geteuid() != 0 or run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]).returncode != 0:
        raise CannotSetUp("no file system can be mounted")
    return folder


class Scene:
    """An evaluation, a target folder with an old scorecard in it, and how vouch is to be run."""

    def __init__(self, vouch, folder):
        self.vouch, self.folder = vouch, folder
        self.evaluation = folder / "evaluation"
        made = run([vouch, "init", str(self.evaluation)])
        if made.returncode != 0:
            raise AssertionError(f"no example: {made.stderr}")
        self.target = folder / "target" / "scorecard.xlsx"
        self.mounts, self.options, self.environment = [], {}, dict(os.environ)
        self.keeps_old, self.succeeds = True, False
        self.words, self.old = None, OLD

    def put_old(self, folder):
        folder.mkdir(exist_ok=True)
        self.target = folder / "scorecard.xlsx"
        self.target.write_bytes(OLD)

    def write(self):
        words = self.words or ["score", str(self.evaluation), "-o", str(self.target)]
        return run([self.vouch, *words], env=self.environment, **self.options)

    def clear(self):
        for mount in self.mounts:
            run(["umount", str(mount)])


def target_disk_full(scene):
    mount = scene.folder / "small"
    scene.mounts.append(mount)
    mounted(mount, "64k")
    scene.put_old(mount)
    (mount / "ballast").write_bytes(b"x" * 20000)


def target_disk_quite_full(scene):
    """Not even the draft can be begun."""
    mount = scene.folder / "small"
    scene.mounts.append(mount)
    mounted(mount, "16k")
    scene.put_old(mount)
    try:
        (mount / "ballast").write_bytes(b"x" * 100000)
    except OSError:
        pass


def file_size_limited(scene):
    scene.put_old(scene.folder / "target")
    scene.options["preexec_fn"] = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


def folder_read_only(scene):
    mount = scene.folder / "target"
    scene.mounts.append(mount)
    mounted(mount, "1m")
    scene.put_old(mount)
    if run(["mount", "-o", "remount,ro", str(mount)]).returncode != 0:
        raise CannotSetUp("nothing can be mounted read-only")


def folder_missing(scene):
    scene.target = scene.folder / "no-such-folder" / "scorecard.xlsx"
    scene.keeps_old = False


def folder_is_a_file(scene):
    (scene.folder / "file").write_bytes(OLD)
    scene.target = scene.folder / "file" / "scorecard.xlsx"
    scene.keeps_old = False


def target_is_a_folder(scene):
    scene.target = scene.folder / "target" / "scorecard.xlsx"
    scene.target.mkdir(parents=True)
    scene.keeps_old = False


def temporary_folder_full(scene):
    """The library's own scratch files: with a full place for them the workbook is whole or not written."""
    mount = scene.folder / "tmp"
    scene.mounts.append(mount)
    mounted(mount, "16k")
    try:
        (mount / "ballast").write_bytes(b"x" * 100000)
    except OSError:
        pass
    scene.put_old(scene.folder / "target")
    scene.environment["TMPDIR"] = str(mount)
    scene.succeeds = True


def temporary_folder_missing(scene):
    scene.put_old(scene.folder / "target")
    scene.environment["TMPDIR"] = str(scene.folder / "nowhere")
    scene.succeeds = True


def put_lock(scene, folder):
    """The evaluation in a folder, with its lock, from which the plan is changed: `lock --again` replaces it."""
    moved = folder / "evaluation"
    shutil.copytree(scene.evaluation, moved)
    plan = moved / "evaluation.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(re.sub("answers_due: [0-9]+", "answers_due: 2031", text), encoding="utf-8")
    scene.target = moved / "evaluation.lock"
    scene.old = scene.target.read_bytes()
    scene.words = ["lock", str(moved), "--again", "To try it"]


def lock_disk_full(scene):
    mount = scene.folder / "small"
    scene.mounts.append(mount)
    put_lock(scene, mounted(mount, "2m"))
    try:
        (mount / "ballast").write_bytes(b"x" * 4000000)
    except OSError:
        pass


def lock_file_size_limited(scene):
    """The draft can be begun, and not ended."""
    put_lock(scene, scene.folder / "moved")
    scene.options["preexec_fn"] = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def lock_folder_read_only(scene):
    mount = scene.folder / "readonly"
    scene.mounts.append(mount)
    put_lock(scene, mounted(mount, "4m"))
    if run(["mount", "-o", "remount,ro", str(mount)]).returncode != 0:
        raise CannotSetUp("nothing can be mounted read-only")


def lock_is_a_folder(scene):
    put_lock(scene, scene.folder / "moved")
    scene.target.unlink()
    scene.target.mkdir()
    scene.keeps_old = False


CASES = {case.__name__: case for case in (
    target_disk_full, target_disk_quite_full, file_size_limited, folder_read_only, folder_missing, folder_is_a_file,
    target_is_a_folder, temporary_folder_full, temporary_folder_missing, lock_disk_full, lock_file_size_limited,
    lock_folder_read_only, lock_is_a_folder)}


def faults_of(scene, before, done):
    if scene.succeeds:
        if done.returncode != 0:
            yield f"status {done.returncode}: {done.stderr}"
        elif not scene.target.read_bytes().startswith(b"PK"):
            yield "no workbook was written"
    else:
        if done.returncode != 2:
            yield f"status {done.returncode}, wanted 2: {done.stdout}{done.stderr}"
        if "error" not in done.stderr:
            yield f"no diagnostic: {done.stderr}"
        if scene.keeps_old and scene.target.read_bytes() != scene.old:
            yield "the old file was touched"
    left = {path for path in scene.folder.rglob("*") if path.name != scene.target.name} - before
    if left:
        yield f"left behind: {sorted(map(str, left))}"


def main():
    vouch, case = str(pathlib.Path(sys.argv[1]).resolve()), CASES[sys.argv[2]]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="vouch-fault-"))
    scene = None
    try:
        scene = Scene(vouch, folder)
        case(scene)
        before = set(folder.rglob("*"))
        faults = list(faults_of(scene, before, scene.write()))
    except CannotSetUp as reason:
        print(f"skipped: {reason}")
        return SKIPPED
    finally:
        if scene is not None:
            scene.clear()
        shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
