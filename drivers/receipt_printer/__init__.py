"""Receipt printers: a slip in words (``slip``), as bytes (``escpos``), and what became of it (``printer``).

What one make of printer can do is data (``profile``, ``profiles/``, ``template.toml``). What it answers is taken apart in
``answers``; whether a slip is printed is worked out in ``completion``; ``stream`` measures the paper of stored bytes.
"""
