"""Boots the virtual camera unit and runs one command inside it; `unit run` in the folder above is its front door."""
