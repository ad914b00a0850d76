"""Signs of units and currencies that all languages share."""

from __future__ import annotations

CURRENCY_SIGNS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "rupee", "us$": "US$", "$us": "US$", "u$s": "US$",
    "eur": "EUR", "usd": "US$", "gbp": "GBP", "jpy": "JPY", "chf": "CHF", "czk": "CZK", "kč": "CZK",
    "cad": "CAD", "c$": "CAD", "ca$": "CAD", "can$": "CAD", "aud": "AUD", "a$": "AUD", "au$": "AUD",
    "nzd": "NZD", "nz$": "NZD", "hkd": "HKD", "hk$": "HKD", "s$": "SGD", "mxn": "MXN", "mx$": "MXN",
    "r$": "BRL", "rmb": "CNY", "₽": "RUB", "¢": "cent", "huf": "HUF", "pln": "PLN", "brl": "BRL",
    "inr": "rupee", "rs": "rupee", "₺": "TRY", "₩": "KRW", "₴": "UAH",
}  # fmt: skip
"""Currency signs and ISO codes; a bare $ (USD) agrees with any dollar, an American one with no other."""

UNIT_SIGNS = {
    "km": "km", "m": "m", "cm": "cm", "mm": "mm", "kg": "kg", "kgs": "kg", "g": "g", "mg": "mg", "t": "t",
    "l": "l",
    "ha": "ha", "km²": "km2", "km2": "km2", "m²": "m2", "m2": "m2", "km/h": "km/h", "kmh": "km/h",
    "mph": "mph", "h": "h",
    "min": "min", "s": "s", "°c": "C", "ºc": "C", "° c": "C", "°f": "F", "ºf": "F", "°": "deg", "º c": "C",
    "gb": "GB", "mb": "MB", "tb": "TB", "mw": "MW", "kw": "kW", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh",
    "twh": "TWh", "µg": "ug", "yd": "yd", "gw": "GW", "cv": "hp",
    "hp": "hp", "ch": "hp", "lb": "lb", "lbs": "lb", "ft": "ft", "mi": "mile", "px": "px", "hz": "Hz",
    "m³": "m3", "m3": "m3", "cm³": "cm3", "cm3": "cm3", "cc": "cm3",
    "ghz": "GHz", "mhz": "MHz", "dpi": "dpi", "kcal": "kcal", "ml": "ml", "dl": "dl", "cl": "cl",
}  # fmt: skip
"""Unit signs, lower case as the reader folds them."""
