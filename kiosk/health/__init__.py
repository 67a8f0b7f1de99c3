"""The probes of the doctor, each about one thing of this terminal."""
