"""What residents see and touch. Screens show the value they are given and emit wishes; they decide nothing."""
