using Fraud.Canonical;

namespace Fraud.Offers;

/// <summary>The view a post is read in for offers: sound-alikes replaced, gaps closed.</summary>
internal readonly ref struct OfferSource
{
    private readonly TextView _view;
    private readonly string _original;

    public OfferSource(TextViews views)
    {
        _view = views.Homophone;
        _original = views.Original;
        Text = _view.Text;
        IsJoined = views.Traits.Joins > 0;
        IsTraditional = views.Traits.Traditional > 0 && views.Traits.Simplified == 0;

        // 兆 is 10^12 in Taiwan and Japan, 10^6 in technical text of the mainland: the smaller one favours the seller
        Mega = IsTraditional || HasKana ? 1e12 : 1e6;
    }

    /// <summary>The view's text.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>Whether gaps between characters were closed, slashes among them.</summary>
    public bool IsJoined { get; }

    /// <summary>Whether the Chinese of the post is all traditional.</summary>
    public bool IsTraditional { get; }

    /// <summary>What 兆 stands for.</summary>
    public double Mega { get; }

    /// <summary>Whether the text has Japanese kana, so that ¥ means yen.</summary>
    public bool HasKana => Text.ContainsAnyInRange('\u3041', '\u30FA');

    /// <summary>Whether the text has Chinese characters.</summary>
    public bool HasHan => Text.ContainsAnyInRange('\u4E00', '\u9FFF');

    /// <summary>Whether the author wrote this very character: 1,200 but not 充100，200起.</summary>
    public bool IsAsWritten(int index, char c) => _view.OriginalStart(index) is var at && at < _original.Length && _original[at] == c;

    /// <summary>Whether a slash before this character was closed as a gap: 元/月 reads 元月.</summary>
    public bool HadSlash(int index)
    {
        var at = IsJoined && index < Text.Length ? _view.OriginalStart(index) - 1 : -1;
        at -= at > 0 && _original[at] == ' ' ? 1 : 0;
        return at >= 0 && _original[at] is '/' or '／';
    }

    /// <summary>The range of the original text.</summary>
    public Fraud.Text.TextSpan ToOriginal(int start, int end) => _view.ToOriginal(start, end);
}
