"""Readings of a municipality's place names, from Japan Post's postal data."""
