"""The tests of the rules, a file for each heading of the rulebook (`docs/rules-of-play.md`)."""
