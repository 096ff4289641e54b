"""The cleaning engine: a stranger's file in, the same without what nobody sees in it out."""
