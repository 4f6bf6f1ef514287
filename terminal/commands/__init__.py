"""The sub-commands of ``onewindow``, a module for each noun. They stay light: what a command needs it opens itself."""
