"""The inspectorate's yearly questions: a dossier of evidence, and given answers held against it."""

__all__: list[str] = []
