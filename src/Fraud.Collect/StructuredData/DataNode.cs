namespace Fraud.Collect.StructuredData;

/// <summary>One schema.org thing a page states, whether written as JSON-LD, microdata or RDFa.</summary>
internal sealed class DataNode
{
    private readonly Dictionary<string, List<object>> _properties = new(StringComparer.Ordinal);

    /// <summary>Types without their vocabulary: "Product", not "https://schema.org/Product".</summary>
    public List<string> Types { get; } = [];

    public void Add(string name, object value)
    {
        if (!_properties.TryGetValue(name, out var values))
        {
            _properties[name] = values = [];
        }

        values.Add(value);
    }

    public bool Is(params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (Types.Contains(type, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>First text under one of the names; a node gives its name.</summary>
    public string Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var value in Values(name))
            {
                var text = value as string ?? ((DataNode)value).Text("name", "@value");
                if (text.Length > 0)
                {
                    return text;
                }
            }
        }

        return "";
    }

    public IEnumerable<DataNode> Nodes(string name) => Values(name).OfType<DataNode>();

    public IEnumerable<string> Texts(string name) => Values(name).Select(v => v as string ?? ((DataNode)v).Text("name", "@value")).Where(t => t.Length > 0);

    public bool Has(string name) => _properties.ContainsKey(name);

    private List<object> Values(string name) => _properties.GetValueOrDefault(name) ?? [];

    /// <summary>"https://schema.org/Product" and "schema:Product" as "Product".</summary>
    public static string ShortName(string name) => name[(name.LastIndexOfAny(['/', '#', ':']) + 1)..];
}
