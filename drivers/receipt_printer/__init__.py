"""Receipt printers: what a slip says (``slip``), how it goes on the wire (``escpos``), and what became of it (``printer``)."""
