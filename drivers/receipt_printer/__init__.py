"""Receipt printers: a slip in words (``slip``), as bytes (``escpos``), and what became of it (``printer``)."""
