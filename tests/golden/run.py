"""Runs one golden case and compares what it says with what is expected.

    run.py CASE_FOLDER VOUCH            UPDATE=1 rewrites the expectations

A case is a folder:

    cmd       one command line a line, for sh; `vouch` is the program. Each runs in a scratch copy of in/
    in/       the files it starts with
    env       NAME=VALUE a line, added to an environment without colour and locale
    out, err  what the lines print to stdout and stderr, one after the other; a missing one means nothing
    status    the exit status of each line, in order; a missing one means 0 for all
    want/     files that must stand in the scratch folder afterwards, byte for byte

The scratch folder's own path is shown as `SCRATCH`.
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SECONDS_MOST = 50


def read(path):
    return path.read_bytes() if path.exists() else b""


def environment(case, bin_folder, scratch):
    variables = {"PATH": f"{bin_folder}:/usr/bin:/bin", "HOME": str(scratch), "TZ": "UTC", "LC_ALL": "C",
                 "COLUMNS": "80", "GOLDEN_DATA": str(case.parent.parent / "data")}
    # Sanitizers are set up from outside.
    variables.update({name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")})
    for line in read(case / "env").decode().splitlines():
        name, _, value = line.partition("=")
        variables[name] = value
    return variables


def play(case, vouch, folder):
    """Runs the lines of cmd; the expectations that they make true, by name."""
    bin_folder, scratch = folder / "bin", folder / "scratch"
    bin_folder.mkdir()
    (bin_folder / "vouch").symlink_to(vouch)
    if (case / "in").is_dir():
        shutil.copytree(case / "in", scratch, symlinks=True)
    else:
        scratch.mkdir()
    out, err, statuses = b"", b"", []
    for line in read(case / "cmd").decode().splitlines():
        done = subprocess.run(["/bin/sh", "-c", line], cwd=scratch, env=environment(case, bin_folder, scratch),
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS_MOST, check=False)
        out += done.stdout
        err += done.stderr
        statuses.append(str(done.returncode))
    shown = os.fsencode(str(scratch))
    status = "" if set(statuses) <= {"0"} else "\n".join(statuses) + "\n"
    played = {"out": out.replace(shown, b"SCRATCH"), "err": err.replace(shown, b"SCRATCH"), "status": status.encode()}
    for path in sorted((case / "want").rglob("*")):
        if path.is_file():
            name = path.relative_to(case / "want")
            played[f"want/{name.as_posix()}"] = read(scratch / name)
    return played


def update(case, played):
    for name, content in played.items():
        if content:
            (case / name).write_bytes(content)
        elif (case / name).exists():
            (case / name).unlink()


def differences(case, played):
    for name, content in played.items():
        wanted = read(case / name)
        if content != wanted:
            yield from difflib.unified_diff(wanted.decode(errors="replace").splitlines(),
                                            content.decode(errors="replace").splitlines(),
                                            f"{case.name}/{name} as expected", f"{name} as it came", lineterm="")


def main():
    case, vouch = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory(prefix="vouch-golden-") as folder:
        played = play(case, vouch, pathlib.Path(folder).resolve())
    if os.environ.get("UPDATE") == "1":
        update(case, played)
        return 0
    lines = list(differences(case, played))
    print("\n".join(lines))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
