"""What staff see behind the PIN."""
