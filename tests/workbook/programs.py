"""The independent programs: LibreOffice and Gnumeric to recalculate, poppler to read pages.

Each runs in a throw-away place. LibreOffice recalculates only with the settings of PROFILE; it ends with 0 even where
it could not load a file, so that what counts is the file that comes out.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile

SECONDS_MOST = 300
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


class Missing(Exception):
    """A program is not here, so that a test must be skipped."""


class Failed(Exception):
    """A program did not give what it was asked for."""


def has_libreoffice():
    return shutil.which("soffice") is not None


def has_gnumeric():
    return shutil.which("ssconvert") is not None


def has_poppler():
    return shutil.which("pdftotext") is not None


def run(words, folder):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    done = subprocess.run(words, capture_output=True, text=True, timeout=SECONDS_MOST, env=environment,
                          stdin=subprocess.DEVNULL, check=False)
    return done.returncode, done.stdout + done.stderr


def libreoffice(files, folder, form):
    """Converts all files in one call; the results, in the same order."""
    folder = pathlib.Path(folder)
    with tempfile.TemporaryDirectory(prefix="vouch-office-") as profile:
        settings = pathlib.Path(profile) / "user"
        settings.mkdir()
        (settings / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        _, said = run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore",
                       "--convert-to", form, "--outdir", str(folder), *map(str, files)], profile)
    ending = form.partition(":")[0]
    results = [folder / f"{pathlib.Path(file).stem}.{ending}" for file in files]
    for result in results:
        if not result.exists():
            raise Failed(f"LibreOffice wrote no {result.name}: {said.strip()[-400:]}")
    return results


def libreoffice_recalculated(files, folder):
    return libreoffice(files, folder, "xlsx:Calc MS Excel 2007 XML")


def libreoffice_pages(files, folder):
    """The text of each page of each file."""
    pages = []
    for result in libreoffice(files, folder, "pdf"):
        status, _ = run(["pdftotext", "-layout", str(result), str(result) + ".txt"], folder)
        if status != 0:
            raise Failed(f"pdftotext could not read {result.name}")
        text = pathlib.Path(str(result) + ".txt").read_text(encoding="utf-8")
        pages.append(text.split("\f")[:-1])
    return pages


def gnumeric_recalculated(files, folder):
    results = []
    for file in files:
        result = pathlib.Path(folder) / pathlib.Path(file).name
        status, said = run(["ssconvert", "--recalc", "--export-type=Gnumeric_Excel:xlsx2", str(file), str(result)], folder)
        if status != 0 or not result.exists():
            raise Failed(f"Gnumeric wrote no {result.name}: {said.strip()[-400:]}")
        results.append(result)
    return results
