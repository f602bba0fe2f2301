"""Why a file gave no text, where not its content but the machine stood in the way.

Dutch sentences for the column `error`, in the form that reading gives them too: which file,
what is wrong, what to do. They hold nothing that differs between two runs of one archive (no
process numbers, no times measured).
"""

import errno

__all__ = [
    "broken_link",
    "bug",
    "crashed",
    "no_regular_file",
    "os_error",
    "out_of_memory",
    "too_long",
    "too_much_memory",
    "unreadable_folder",
]


def broken_link(name: str) -> str:
    """For a link whose target is gone, or that leads in a circle."""
    return (
        f"'{name}' is een snelkoppeling naar een bestand dat er niet is; "
        "zet het bestand zelf in de map"
    )


def no_regular_file(name: str) -> str:
    """For a pipe, a socket, a device."""
    return f"'{name}' is geen gewoon bestand maar een apparaat of kanaal; haal het uit de map"


def unreadable_folder(name: str) -> str:
    """For a folder that cannot be opened; it is a row, since its files would go unseen."""
    return (
        f"de map '{name}' kan niet worden geopend, dus de bestanden erin ontbreken; "
        "vraag leesrechten aan en scan opnieuw"
    )


def os_error(name: str, error: OSError) -> str:
    """For a file that the operating system does not let us read."""
    if isinstance(error, PermissionError):
        return f"'{name}' kan niet worden geopend; vraag leesrechten aan en scan opnieuw"
    if isinstance(error, FileNotFoundError):
        return f"'{name}' is tijdens het scannen verdwenen of hernoemd; scan opnieuw"
    if error.errno == errno.ELOOP:
        return broken_link(name)
    return (
        f"'{name}' kan niet worden geopend; controleer of de schijf of netwerkmap "
        "bereikbaar is en scan opnieuw"
    )


def too_long(name: str, seconds: float) -> str:
    """For a file whose reading took longer than `seconds`."""
    return (
        f"het lezen van '{name}' duurde langer dan {seconds:g} seconden en is gestopt; "
        "sla het opnieuw op of splits het, en scan opnieuw"
    )


def too_much_memory(name: str, limit: int) -> str:
    """For a file whose reading took more than `limit` bytes of memory."""
    return (
        f"het lezen van '{name}' vroeg meer dan {limit // 2**20} MB geheugen en is gestopt; "
        "splits het of sla het opnieuw op, en scan opnieuw"
    )


def out_of_memory(name: str) -> str:
    """For a file that this machine has not enough memory for."""
    return (
        f"het lezen van '{name}' vroeg meer geheugen dan er vrij is; sluit andere programma's "
        "of splits het bestand, en scan opnieuw"
    )


def crashed(name: str) -> str:
    """For a file at which the worker process died."""
    return (
        f"bij het lezen van '{name}' viel het leesprogramma uit; sla het opnieuw op, "
        "bijvoorbeeld met 'Afdrukken naar PDF', en scan opnieuw"
    )


def bug(name: str, error: Exception) -> str:
    """For an error that we did not foresee."""
    return (
        f"leaterms maakte een fout bij '{name}' ({type(error).__name__}); "
        "meld dit bij de makers, zo mogelijk met het bestand"
    )
