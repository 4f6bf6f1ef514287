"""Receipt printers: a slip in words (``slip``), as bytes (``escpos``), and what became of it (``printer``).

What one make of printer can do is data (``profile``, ``profiles/``, ``template.toml``). ``answers`` takes apart what it
says, ``completion`` works out whether a slip is printed, ``stream`` measures the paper of stored bytes.
"""
