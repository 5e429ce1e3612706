"""What the dialogs and commands of the cast are made of."""
