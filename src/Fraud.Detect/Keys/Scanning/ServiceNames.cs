using System.Collections.Frozen;

namespace Fraud.Keys.Scanning;

/// <summary>Names of services, to be found as words of a text: "clockify SECRET", "lobApiKey", "AXONAUT_API_KEY".</summary>
internal sealed class ServiceNames
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly int _shortest;
    private readonly int _longest;

    public ServiceNames(IReadOnlyCollection<string> names)
    {
        _names = names.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _shortest = names.Min(n => n.Length);
        _longest = names.Max(n => n.Length);
    }

    /// <summary>Whether one of the names stands in the text as a word or as the first part of one in camel case.</summary>
    public bool StandIn(ReadOnlySpan<byte> text)
    {
        Span<char> lower = stackalloc char[text.Length];
        ToLower(text, lower);

        for (var start = 0; start + _shortest <= text.Length; start++)
        {
            if (IsBorder(text, start) && StartsAt(text, lower, start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text ends in one of the names, as a word or as the first part of one in camel case.</summary>
    public bool StandAtEnd(ReadOnlySpan<byte> text)
    {
        text = text.Length > _longest + 1 ? text[^(_longest + 1)..] : text;
        Span<char> lower = stackalloc char[text.Length];
        ToLower(text, lower);

        for (var length = Math.Min(_longest, text.Length); length >= _shortest; length--)
        {
            if (IsBorder(text, text.Length - length) && _names.Contains(lower[^length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static void ToLower(ReadOnlySpan<byte> text, Span<char> lower)
    {
        for (var i = 0; i < text.Length; i++)
        {
            lower[i] = char.ToLowerInvariant((char)text[i]);
        }
    }

    private bool StartsAt(ReadOnlySpan<byte> text, ReadOnlySpan<char> lower, int start)
    {
        for (var length = Math.Min(_longest, text.Length - start); length >= _shortest; length--)
        {
            if (IsBorder(text, start + length) && _names.Contains(lower.Slice(start, length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Between letters of one case there is none.</summary>
    private static bool IsBorder(ReadOnlySpan<byte> text, int at) =>
        at == 0 || at == text.Length
        || !((char.IsAsciiLetterLower((char)text[at]) && char.IsAsciiLetter((char)text[at - 1])) || (char.IsAsciiLetterUpper((char)text[at]) && char.IsAsciiLetterUpper((char)text[at - 1])));
}
