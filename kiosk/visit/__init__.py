"""One resident's time at the terminal, from the first touch to the reset; only ever in memory."""
