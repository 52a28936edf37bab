"""The one error of the XML reader."""


class XmlError(ValueError):
    """The document was refused; the message is a sentence for people, `code` for programs.

    Codes: too_large, encoding, not_xml, doctype, entity_bomb.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
