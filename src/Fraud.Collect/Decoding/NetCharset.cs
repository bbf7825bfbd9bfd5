using System.Text;

namespace Fraud.Collect.Decoding;

/// <summary>A charset whose .NET decoder agrees with the Encoding Standard.</summary>
internal sealed class NetCharset : Charset
{
    private readonly Encoding _encoding;

    public NetCharset(string name, Encoding encoding)
        : base(name)
    {
        _encoding = (Encoding)encoding.Clone();
        _encoding.DecoderFallback = encoding.IsSingleByte || encoding is UTF8Encoding or UnicodeEncoding ? new DecoderReplacementFallback("\uFFFD") : new SecondLookFallback(encoding);
    }

    public NetCharset(string name, int codePage)
        : this(name, CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage))
    {
    }

    public override string Decode(ReadOnlySpan<byte> bytes) => _encoding.GetString(bytes);

    /// <summary>The platform gives duplicate characters of a code page (NEC's and IBM's rows) only under its default fallback, which would hide true faults as "?".</summary>
    private sealed class SecondLookFallback(Encoding byDefault) : DecoderFallback
    {
        public override int MaxCharCount => 2;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(byDefault);

        private sealed class Buffer(Encoding byDefault) : DecoderFallbackBuffer
        {
            private string _text = "";
            private int _next;

            public override int Remaining => _text.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                var text = byDefault.GetString(bytesUnknown);
                // Pages in GBK write the euro as a lone 0x80
                _text = bytesUnknown is [0x80] && byDefault.CodePage == 54936 ? "€" : text.Length == 1 && text[0] != '?' ? text : "\uFFFD";
                _next = 0;
                return true;
            }

            public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

            public override bool MovePrevious()
            {
                if (_next == 0)
                {
                    return false;
                }

                _next--;
                return true;
            }

            public override void Reset() => (_text, _next) = ("", 0);
        }
    }
}
