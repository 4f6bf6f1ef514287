"""Serial devices: no Qt, no SQL, nothing of the terminal.

Three layers, each usable alone: :mod:`drivers.line` carries bytes and survives being unplugged; :mod:`drivers.framing`
cuts a byte stream into frames without doing any input or output; one package per kind of device speaks its protocol.
"""
