"""Our own touch controls: sizes, names, roles and focus are right by construction."""
