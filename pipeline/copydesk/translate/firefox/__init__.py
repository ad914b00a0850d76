"""Firefox Translations models (Bergamot) on the compiled runtime ``fxtranslate``."""
