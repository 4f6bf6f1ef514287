"""Barcode scanners on a serial port: a line of text for every code read.

``scanner`` turns bytes into codes as a station on a line, ``simulator`` is a scanner made of software.
"""

from drivers.scanner.scanner import Scan, Scanner, code_of

__all__ = ["Scan", "Scanner", "code_of"]
