using System.Runtime.CompilerServices;

namespace Fraud.Collect.Extracting;

/// <summary>A column's name with a number or kind in it; built only where the row collects names, since a page has hundreds of rows.</summary>
[InterpolatedStringHandler]
internal ref struct FeatureName
{
    private DefaultInterpolatedStringHandler _text;

    public FeatureName(int literalLength, int formattedCount, FeatureRow row, out bool wanted)
    {
        wanted = row.IsNaming;
        _text = wanted ? new(literalLength, formattedCount) : default;
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public string ToStringAndClear() => _text.ToStringAndClear();
}
