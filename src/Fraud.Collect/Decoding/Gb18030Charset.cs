namespace Fraud.Collect.Decoding;

/// <summary>gb2312, gbk and gb18030 are one family; all are read as gb18030.</summary>
internal sealed class Gb18030Charset() : Charset("gb18030")
{
    // The decoder at hand is of 2005; the standard's 2022 edition gives these code points their proper characters
    private static readonly Dictionary<char, char> Since2022 = new()
    {
        ['\uE78D'] = '\uFE10', ['\uE78E'] = '\uFE12', ['\uE78F'] = '\uFE11', ['\uE790'] = '\uFE13', ['\uE791'] = '\uFE14', ['\uE792'] = '\uFE15', ['\uE793'] = '\uFE16',
        ['\uE794'] = '\uFE17', ['\uE795'] = '\uFE18', ['\uE796'] = '\uFE19', ['\uE81E'] = '\u9FB4', ['\uE826'] = '\u9FB5', ['\uE82B'] = '\u9FB6', ['\uE82C'] = '\u9FB7',
        ['\uE832'] = '\u9FB8', ['\uE843'] = '\u9FB9', ['\uE854'] = '\u9FBA', ['\uE864'] = '\u9FBB', ['\uE5E5'] = '\u3000', ['\uE7C7'] = '\u1E3F',
    };

    private readonly NetCharset _inner = new("gb18030", 54936);

    public override string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = _inner.Decode(bytes);
        if (text.AsSpan().IndexOfAnyInRange('\uE5E5', '\uE864') < 0)
        {
            return text;
        }

        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = Since2022.GetValueOrDefault(source[i], source[i]);
            }
        });
    }
}
