"""Many sessions in one report: nobody is named in it, and no mark given in secret can be told from it."""
