"""Files that only LibreOffice reads (.doc, Word 2003 XML), by way of a Word file that it makes.

It works in a folder of its own that is gone afterwards, with a profile of its own, in which
macros are off, links to other files are not followed and updates are not looked for.
"""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from leaterms.errors import BrokenDocument
from leaterms.reading.programs import run_program

__all__ = ["ConversionLimits", "convert_to_docx", "find_libreoffice", "libreoffice_identity"]

_SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never update links
    ("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments",
     "AutoCheckEnabled", "false"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ConversionLimits:
    """What one conversion may cost: wall time in seconds, resident memory in bytes."""

    seconds: float = 120.0
    memory: int = 2 * 1024**3


def find_libreoffice() -> Path | None:
    """The program on this machine; None if it is not installed."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    if sys.platform == "win32":
        folders = [os.environ.get(key) for key in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
        places = [Path(f, "LibreOffice", "program", "soffice.exe") for f in folders if f]
    else:
        places = [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    return next((place for place in places if place.is_file()), None)


def libreoffice_identity() -> str:
    """What changes when LibreOffice is installed, updated or removed; '' if it is not there."""
    program = find_libreoffice()
    try:
        status = None if program is None else program.resolve().stat()
    except OSError:
        return ""
    return "" if status is None else f"{status.st_size}-{int(status.st_mtime)}"


def convert_to_docx(
    content: bytes,
    name: str,
    extension: str,
    program: Path,
    limits: ConversionLimits | None = None,
) -> bytes:
    """The Word file that `program` makes of `content`; `name` is for messages.

    Args:
        content: the file.
        name: of the file.
        extension: under which LibreOffice knows files of this kind: 'doc'.
        program: as `find_libreoffice` gives it.
        limits: None: those of `ConversionLimits`.

    Raises:
        BrokenDocument: LibreOffice makes nothing of it, or not within `limits`.
    """
    bounds = limits or ConversionLimits()
    with tempfile.TemporaryDirectory(prefix="leaterms-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        source = place / f"stuk.{extension}"
        source.write_bytes(content)
        profile = place / "profiel"
        _write_profile(profile)
        command = [
            str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--norestore", "--nolockcheck", "--nodefault", "--nologo",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(place / "uit"), str(source),
        ]  # fmt: skip
        try:
            run_program(command, place, seconds=bounds.seconds, memory=bounds.memory)
        except (OSError, TimeoutError, MemoryError) as fault:
            raise BrokenDocument(
                f"'{name}' kon niet met LibreOffice worden gelezen ({_reason(fault)}); open het "
                "in Word of LibreOffice en sla het op als .docx of als PDF"
            ) from fault
        made = place / "uit" / "stuk.docx"
        if not made.is_file():
            raise BrokenDocument(
                f"'{name}' is beschadigd of met een wachtwoord beveiligd: LibreOffice kan het "
                "niet lezen; open het in Word en sla het zonder wachtwoord op als .docx"
            )
        return made.read_bytes()


def _write_profile(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    items = "".join(_SETTING.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )


def _reason(fault: BaseException) -> str:
    """Why a conversion failed, in Dutch."""
    if isinstance(fault, TimeoutError):
        return "het duurde te lang"
    if isinstance(fault, MemoryError):
        return "het vroeg te veel geheugen"
    return "het programma start niet"
