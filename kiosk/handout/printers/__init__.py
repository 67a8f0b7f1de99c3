"""The two ways to paper: a CUPS queue and a receipt printer. They block, so they belong in the printing process."""
