"""Runs `published` on a file of published cases; skipped where the file is not here.

    try.py PUBLISHED FILE.json
"""
import pathlib
import subprocess
import sys

SKIPPED = 77


def main(published, path):
    if not pathlib.Path(path).exists():
        print(f"skipped: {path} is not here")
        return SKIPPED
    return subprocess.run([published, path], timeout=50, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
