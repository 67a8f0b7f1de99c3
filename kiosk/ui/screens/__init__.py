"""The resident's screens, one a file. None knows another, the shell, or what happens next."""
