"""Forms: filled in on the screen, saved at every field, shown as the paper they become."""
