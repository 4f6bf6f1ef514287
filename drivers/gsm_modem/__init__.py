"""GSM modems that send text messages: AT commands over a serial line (3GPP TS 27.005 and 27.007).

``modem`` is a station on a line; ``pdu`` makes short messages of a text; ``codes`` says what went wrong; ``simulator``
is a modem made of software.
"""
