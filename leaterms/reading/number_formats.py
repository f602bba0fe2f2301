"""Numbers of lists as they are printed: figures, letters, roman numerals."""

__all__ = ["write_number"]

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def write_number(count: int, format_: str) -> str:
    """`count` in a number format, by the name that Word gives it (ST_NumberFormat)."""
    if format_ in {"lowerLetter", "upperLetter"} and count > 0:
        # after z comes aa, then bb: the letter repeats
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 10)
        return letter.upper() if format_ == "upperLetter" else letter
    if format_ in {"lowerRoman", "upperRoman"} and 0 < count < 5000:
        roman, rest = "", count
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return roman.upper() if format_ == "upperRoman" else roman
    if format_ == "decimalZero":
        return f"{count:02d}"
    if format_ == "ordinal":
        return f"{count}e"  # Dutch Word: 1e, 2e
    return str(count)
