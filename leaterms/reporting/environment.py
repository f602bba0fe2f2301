"""How the templates of this package are filled: what is put in is escaped."""

from jinja2 import Environment, PackageLoader, StrictUndefined

__all__ = ["make_environment"]


def make_environment() -> Environment:
    """A new environment over `templates/`; a name that a template lacks is an error."""
    return Environment(
        loader=PackageLoader("leaterms.reporting", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
