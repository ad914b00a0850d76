"""German furniture."""

from copydesk.languages.contract.furniture import FurnitureCues

FURNITURE = FurnitureCues()
