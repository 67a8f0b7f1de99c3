"""まなびキオスク: a touch kiosk on which residents practise online procedures."""

__version__ = "0.1.0"
