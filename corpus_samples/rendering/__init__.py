"""Annotated documents printed as the PDF and DOCX files that a municipality would have."""

from rendering.docx_styles import DOCX_STYLES, DocxStyle
from rendering.docx_writer import write_docx
from rendering.pdf_styles import PDF_STYLES, PdfStyle
from rendering.pdf_writer import write_pdf

__all__ = [
    "DOCX_STYLES",
    "PDF_STYLES",
    "DocxStyle",
    "PdfStyle",
    "write_docx",
    "write_pdf",
]
