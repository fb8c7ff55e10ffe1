"""Pictures composed of drawn parts: words and numbers in, the text of an SVG picture out.

Law: pure, and only the standard library. No clip path, mask, filter or text is ever written, because not every program
that draws these pictures knows them. The same scene, size and seed give the same text for ever.
"""
