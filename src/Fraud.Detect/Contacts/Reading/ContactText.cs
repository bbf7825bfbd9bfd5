using Fraud.Canonical;
using Fraud.Text;

namespace Fraud.Contacts;

/// <summary>The canonical view with a way back to the case and script the author wrote in.</summary>
internal readonly ref struct ContactText
{
    private readonly TextView _view;

    public ContactText(TextViews views)
    {
        _view = views.Canonical;
        Original = views.Original;
        Text = _view.Text;
    }

    /// <summary>Canonical text: lower case, plain digits, look-alikes folded.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>The text as given.</summary>
    public string Original { get; }

    /// <summary>The range of the original text.</summary>
    public TextSpan ToOriginal(int start, int end) => _view.ToOriginal(start, end);

    /// <summary>The character in the author's case.</summary>
    public char Cased(int index)
    {
        var folded = Text[index];
        if (!char.IsAsciiLetterLower(folded))
        {
            return folded;
        }

        var written = Original[_view.OriginalStart(index)];
        var upper = char.IsAsciiLetterUpper(written) || written is >= 'Ａ' and <= 'Ｚ';
        return upper ? char.ToUpperInvariant(folded) : folded;
    }

    /// <summary>A range in the author's case.</summary>
    public string CasedSlice(int start, int end)
    {
        var text = new System.Text.StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            text.Append(Cased(i));
        }

        return text.ToString();
    }

    /// <summary>The letter as written where the view folded a foreign one: Cyrillic а in аpple.</summary>
    public char Shown(int index)
    {
        var written = Original[_view.OriginalStart(index)];
        return written is >= '\u00C0' and <= '\u05FF' or '\u0261' or '\u0251' ? char.ToLowerInvariant(written) : Text[index];
    }

    /// <summary>The place in this view of a place in the original.</summary>
    public int IndexAt(int original)
    {
        if (_view.IsAligned)
        {
            return Math.Min(original, Text.Length);
        }

        var (low, high) = (0, Text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_view.OriginalStart(middle) < original)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
