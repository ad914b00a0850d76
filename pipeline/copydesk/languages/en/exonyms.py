"""English forms of names, folded, and what English calls them most: see ``Names.exonyms``."""

from copydesk.languages.contract.names import forms

EXONYMS = forms(
    """
    bombay:mumbai brittany:britain burma:myanmar calcutta:kolkata catalan:catalonia czechia:czech
    florida:fla guy:guido hessian:hesse irish:ireland kiev:kyiv mahomet:muhammad mohammed:muhammad
    muhammed:muhammad peking:beijing rangoon:yangon scottish:scotland
    """
)
