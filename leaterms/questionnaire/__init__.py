"""The inspectorate's yearly questions: a dossier of evidence, and answers held against it."""

__all__: list[str] = []
