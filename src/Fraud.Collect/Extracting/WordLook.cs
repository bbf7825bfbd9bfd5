using System.Buffers;
using System.Text;

namespace Fraud.Collect.Extracting;

/// <summary>Tells at little cost whether one of some words stands in a text, in either case. Latin words alone are looked for many characters at a time, and most pages hold no others.</summary>
internal sealed class WordLook(string[] latin, string[] others)
{
    private readonly SearchValues<string> _latin = SearchValues.Create(latin, StringComparison.OrdinalIgnoreCase);
    private readonly SearchValues<string> _all = SearchValues.Create([.. latin, .. others], StringComparison.OrdinalIgnoreCase);

    public bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(Ascii.IsValid(text) ? _latin : _all);
}
