"""The expression that finds code in which a word may be that does not stand there in one piece.

It may find more, never less: a file in which it finds something is read, whatever words are in it.
"""

from typing import Final

#: Behind the end of a string, the next one that begins with a letter, with nothing or with a line that goes on.
_NEXT: Final = r"""[A-Za-z]{0,2}(?:\"\"\"|'''|(?!\"\"\"|''')["'])(?:\w|\\\n|["'])"""
#: Letters that Python takes for others in names (NFKC): `ﬁ` is `fi`. More than those, never less.
_FORMS: Final = (
    "ªº\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1dbf\u1e9a\u2070-\u209c"
    "\u2100-\u2188\u2c7c\u2c7d\ua7f2-\ua7f4\ufb00-\ufb06\ufe33\ufe34\ufe4d-\ufe4f\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a"
    "\U000107a5\U0001d400-\U0001d7ff\U0001fbf0-\U0001fbf9"
)
#: Escapes of characters that words or templates are made of, or with a letter behind them; lines and strings that go on
#: in the middle of a word, a comment between them included; and letters in another form. More than those, never less.
IN_PIECES: Final = "|".join(
    (
        r"\\(?:x(?:[2-7]|[0-9a-fA-F]{2}\w)|u(?:00[2-7]|[0-9a-fA-F]{4}\w)|U(?:000000[2-7]|[0-9a-fA-F]{8}\w)|N\{"
        r"|[0-7]{3}\w|[0-7]{1,2}[89A-Za-z_]|0?[4-7][0-7]|1[0-7][0-7]|(?<=\w\\)\n\w)",
        r"""["'](?:(?<=\w["'])|(?<=\\\n["']))(?:""|''|(?!""|''))\s*(?:\\\n\s*)*""" + _NEXT,
        r"""["']\s*#[^\n#]*\n\s*""" + _NEXT,
        r"#[^\n#]*(?:\n\s*)?#[^\n#]*\n\s*" + _NEXT,
        f"[{_FORMS}]",
    )
)
