"""Time and memory of `vouch score`, beside the floor: libyaml's events and a workbook of as many cells.

    bench.py VOUCH

States figures and asserts none: a shared machine is no judge. The best of RUNS is shown, CPU seconds and peak memory.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "workbook"))
import generate  # noqa: E402

RUNS = 3
SIZES = ((5, 120), (20, 300), (60, 300))  # vendors, criteria


def measured(words):
    """CPU seconds and MiB at the peak, of the program and its children; the best of RUNS."""
    results = []
    for _ in range(RUNS):
        child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(map(str, words))}: status {child.returncode}")
        results.append((usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return min(results)


def build_floor(folder):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "yaml-0.1", "xlsxwriter"], check=True,
                           capture_output=True, text=True).stdout.split()
    program = folder / "floor"
    subprocess.run(["cc", "-O2", str(HERE / "floor.c"), "-o", str(program), *flags], check=True)
    return program


def main():
    vouch = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="vouch-bench-") as name:
        folder = pathlib.Path(name)
        floor = build_floor(folder)
        print(f"{'vendors x criteria':<20}{'vouch':>10}{'':>12}{'floor':>10}")
        for vendors, criteria in SIZES:
            evaluation = folder / f"{vendors}x{criteria}"
            generate.Model(1, vendors, criteria, 4).write(evaluation)
            files = sorted(map(str, evaluation.rglob("*.yaml")))
            seconds, peak = measured([vouch, "score", evaluation])
            least, least_peak = measured([floor, folder / "floor.xlsx", str(vendors), str(criteria), *files])
            size = (evaluation / "scorecard.xlsx").stat().st_size / 1e6
            print(f"{vendors:>4} x {criteria:<13}{seconds:>8.3f} s{peak:>8.1f} MiB{least:>8.3f} s{least_peak:>8.1f} MiB"
                  f"   workbook {size:.1f} MB")


if __name__ == "__main__":
    main()
