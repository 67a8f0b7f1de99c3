"""What staff may do, without a window: who comes in, and what they measure."""
