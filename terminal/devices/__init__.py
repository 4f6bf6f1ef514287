"""Drivers bound to Qt: one worker thread per port, signals out."""
