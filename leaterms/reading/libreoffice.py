"""Files that only LibreOffice reads (.doc, Word 2003 XML), by way of a Word file that it makes.

It works in a folder of its own that is gone afterwards, with a profile of its own, in which
macros are off, links to other files are not followed and updates are not looked for; proxy
settings that lead nowhere keep it from the network. What takes too long or too much memory is
ended, with all processes it has started.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from leaterms.errors import BrokenDocument

__all__ = ["ConversionLimits", "convert_to_docx", "find_libreoffice", "libreoffice_identity"]

_POLL = 0.1  # seconds between two looks at time and memory
_NO_WINDOW = 0x08000000  # Windows: no black window beside the one of the user
_NOWHERE = "http://127.0.0.1:9"  # the port 'discard': nothing listens there
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
            _run(command, place, limits or ConversionLimits())
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


def _run(command: list[str], place: Path, limits: ConversionLimits) -> None:
    """Run to the end, within limits; whatever was started is ended in any case.

    Raises:
        OSError: the program cannot be started.
        TimeoutError: it takes too long.
        MemoryError: it takes too much memory.
    """
    environment = dict(os.environ)
    for key in ("http_proxy", "https_proxy", "ftp_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        environment[key] = _NOWHERE
    process = subprocess.Popen(  # noqa: S603 (the program of this machine, our own arguments)
        command,
        cwd=place,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )
    end = time.monotonic() + limits.seconds
    try:
        while process.poll() is None:
            if time.monotonic() > end:
                raise TimeoutError(f"more than {limits.seconds:g} seconds")
            if sum(_memory(member) for member in _family(process.pid)) > limits.memory:
                raise MemoryError(f"more than {limits.memory} bytes")
            time.sleep(_POLL)
    finally:
        _end(process)


def _family(pid: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it started, the youngest first."""
    for member in reversed(_family(process.pid)):
        try:
            member.kill()
        except psutil.Error:
            continue
    process.wait()


def _reason(fault: BaseException) -> str:
    """Why a conversion failed, in Dutch."""
    if isinstance(fault, TimeoutError):
        return "het duurde te lang"
    if isinstance(fault, MemoryError):
        return "het vroeg te veel geheugen"
    return "het programma start niet"
