"""Pictures that screen and paper share: ruby text, icons, the practice phone. QtGui only."""
