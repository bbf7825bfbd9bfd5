using System.Runtime.CompilerServices;

namespace Fraud.Collect.Extracting;

/// <summary>Collects either the values of a row or, once, the names of its columns.</summary>
internal struct FeatureRow
{
    private readonly List<string>? _names;
    private int _next;

    public FeatureRow(float[] values) => Values = values;

    public FeatureRow(List<string> names) => (Values, _names) = ([], names);

    public float[] Values { get; }

    public readonly bool IsNaming => _names is not null;

    public void Add(string name, float value)
    {
        if (_names is not null)
        {
            _names.Add(name);
            return;
        }

        Values[_next++] = value;
    }

    public void Add([InterpolatedStringHandlerArgument("")] ref FeatureName name, float value) => Add(IsNaming ? name.ToStringAndClear() : "", value);
}
